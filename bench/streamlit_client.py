"""Speaks to a Streamlit server as its page would; takes one JSON command a line, answers one JSON line.

Run with the Python that Streamlit is installed in: `python streamlit_client.py PORT`.
"""

import asyncio
import json
import sys
import time

import streamlit  # noqa: F401  (before the messages: importing them alone meets a circular import)
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

TIMEOUT_SECONDS = 30


class Page:
    async def open(self, port):
        address = f"ws://127.0.0.1:{port}/_stcore/stream"
        self.socket = await connect(address, compression=None, subprotocols=["streamlit"], max_size=None)
        self.slider = None
        self.text = ""
        self.elements = 0
        self.level = 0
        request = BackMsg()
        request.rerun_script.query_string = ""
        await self.run(request)
        if self.slider is None:
            raise RuntimeError("the page has no slider")

    async def run(self, request):
        """Returns seconds from request sent to run finished, and the bytes received between."""
        begin = time.perf_counter()
        await self.socket.send(request.SerializeToString())
        size = 0
        while True:
            raw = await asyncio.wait_for(self.socket.recv(), TIMEOUT_SECONDS)
            size += len(raw)
            message = ForwardMsg()
            message.ParseFromString(raw)
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"the run ended with status {message.script_finished}")
                return time.perf_counter() - begin, size
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self.elements += 1
                element = message.delta.new_element
                if element.WhichOneof("type") == "slider":
                    self.slider = element.slider.id
                elif element.WhichOneof("type") == "text":
                    self.text = element.text.body

    async def move(self):
        self.level = self.level % 1000 + 1
        request = BackMsg()
        state = request.rerun_script.widget_states.widgets.add()
        state.id = self.slider
        state.double_array_value.data.append(self.level)
        result = await self.run(request)
        if self.text != f"The level is {self.level}":
            raise RuntimeError(f"the page should say level {self.level}: {self.text}")
        return result


async def alone(page, count):
    results = [await page.move() for _ in range(count)]
    return {"ms": [taken * 1000 for taken, _ in results], "bytes": [size for _, size in results]}


async def together(pages, seconds):
    end = time.perf_counter() + seconds
    begin = time.perf_counter()

    async def loop(page):
        runs = 0
        while time.perf_counter() < end:
            await page.move()
            runs += 1
        return runs

    runs = sum(await asyncio.gather(*(loop(page) for page in pages)))
    return {"perSecond": runs / (time.perf_counter() - begin)}


async def main():
    port = int(sys.argv[1])
    pages = []
    while line := await asyncio.to_thread(sys.stdin.readline):
        command = json.loads(line)
        while len(pages) < command.get("sessions", 1):
            page = Page()
            await page.open(port)
            pages.append(page)
        if "seconds" in command:
            answer = await together(pages[: command["sessions"]], command["seconds"])
        else:
            answer = await alone(pages[0], command["count"])
        print(json.dumps({**answer, "elements": pages[0].elements}), flush=True)
        pages[0].elements = 0


asyncio.run(main())

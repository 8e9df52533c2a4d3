"""A bucket service on this machine: moto's, in a thread, on a port that was free."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

ARCHIVE, SECOND = "the-archive", "the-second-copy"


@contextmanager
def service() -> Iterator[str]:
    """The address of the service, for as long as it runs."""
    # Otherwise a failing test is lost among the requests that it made.
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


class Vault:
    """Both buckets, seen past our own code, as the people see them who run the service."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._client: Any = boto3.client("s3", endpoint_url=address, region_name="eu-west-2")

    def open(self) -> None:
        for name in (ARCHIVE, SECOND):
            place = {"LocationConstraint": "eu-west-2"}
            self._client.create_bucket(Bucket=name, CreateBucketConfiguration=place)

    def close(self) -> None:
        """With everything in it."""
        for name in (ARCHIVE, SECOND):
            for key in self.keys(bucket=name):
                self._client.delete_object(Bucket=name, Key=key)
            self._client.delete_bucket(Bucket=name)
        self._client.close()

    def keys(self, folder: str = "", bucket: str = ARCHIVE) -> set[str]:
        found = self._client.list_objects_v2(Bucket=bucket, Prefix=folder).get("Contents", [])
        return {each["Key"] for each in found}

    def read(self, key: str, bucket: str = ARCHIVE) -> bytes:
        with self._client.get_object(Bucket=bucket, Key=key)["Body"] as body:
            content: bytes = body.read()
        return content

    def put(self, key: str, content: bytes, bucket: str = ARCHIVE) -> None:
        self._client.put_object(Bucket=bucket, Key=key, Body=content)

    def delete(self, key: str, bucket: str = ARCHIVE) -> None:
        self._client.delete_object(Bucket=bucket, Key=key)

    def parts(self, key: str) -> int:
        """Of how many pieces an object was sent: the service writes it behind the ETag."""
        tag = self._client.head_object(Bucket=ARCHIVE, Key=key)["ETag"].strip('"')
        return int(tag.partition("-")[2] or 1)

    def readers(self, key: str) -> set[str]:
        """Who is named in its list of rights."""
        grants = self._client.get_object_acl(Bucket=ARCHIVE, Key=key)["Grants"]
        return {grant["Grantee"]["Type"] for grant in grants}

#!/bin/sh
# Chromium, PostgreSQL and ExifTool for the tests: installed from Debian where that is permitted,
# else named, so that nobody has to guess.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v exiftool >/dev/null 2>&1 || missing="$missing libimage-exiftool-perl"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "Installing$missing"
	apt-get update -qq
	# shellcheck disable=SC2086
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
	echo "The tests need$missing. Install it, for example: sudo apt-get install$missing" >&2
	exit 1
fi

#!/bin/sh
# Chromium, PostgreSQL, ExifTool and gettext for the tests, and npm for one client not ours:
# installed from Debian where that is permitted, else named, so that nobody has to guess.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v xgettext >/dev/null 2>&1 || missing="$missing gettext"
command -v exiftool >/dev/null 2>&1 || missing="$missing libimage-exiftool-perl"
command -v npm >/dev/null 2>&1 || [ -e .venv/tus-js-client/tus.min.js ] || missing="$missing npm"

if [ -n "$missing" ]; then
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
		echo "Installing$missing"
		apt-get update -qq
		# shellcheck disable=SC2086
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
	else
		echo "The tests need$missing. Install it, for example: sudo apt-get install$missing" >&2
		exit 1
	fi
fi

# A public client of tus 1.0.0 that runs in a browser. Only the tests use it, and no copy of it
# is kept here: it is fetched once, at one version, and has to be the very file that was tried.
CLIENT=tus-js-client-4.3.1.tgz
SHA512=64b7989a3ae4694d5f52c29b222f0930be76b80a1c8c466d071e032a346bab3ad96b43b8318c13e9d6fea2a78f96ca55f85c57240c8505cfcbe60c148b6385b2
INTO=.venv/tus-js-client

if [ ! -e "$INTO/tus.min.js" ]; then
	echo "Fetching tus-js-client"
	mkdir -p "$INTO"
	if ! npm pack --silent --pack-destination "$INTO" tus-js-client@4.3.1 >/dev/null; then
		echo "The tests need tus-js-client from the npm registry, which did not answer." >&2
		exit 1
	fi
	echo "$SHA512  $INTO/$CLIENT" | sha512sum --check --quiet
	tar -xzf "$INTO/$CLIENT" -C "$INTO" --strip-components 2 package/dist/tus.min.js
	rm "$INTO/$CLIENT"
fi

#!/bin/sh
# Starts the program that GENREP_GIVES_WAY names, with these arguments, behind all others in line for the processors.
exec nice -n 10 "$GENREP_GIVES_WAY" "$@"

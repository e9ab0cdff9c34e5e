-- The ledger and what stands beside it. Envelopes stay; bodies can be erased; the rest can be made again or expires.

CREATE TABLE entries (
    seq         INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL, -- milliseconds since 1970, as in the envelope
    envelope    BLOB NOT NULL,
    leaf        BLOB NOT NULL,
    chain       BLOB NOT NULL
) STRICT;

CREATE INDEX entries_by_time ON entries (recorded_at);

CREATE TABLE bodies (
    seq  INTEGER PRIMARY KEY REFERENCES entries (seq),
    salt BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE snapshots (
    side   TEXT NOT NULL,
    next   INTEGER NOT NULL,
    chain  BLOB NOT NULL,
    format TEXT NOT NULL,
    bytes  BLOB NOT NULL,
    PRIMARY KEY (side, next)
) STRICT;

CREATE TABLE receipts (
    key         TEXT PRIMARY KEY,
    request     BLOB NOT NULL,
    first       INTEGER NOT NULL,
    next        INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE uploads (
    sha256      TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    bytes       BLOB NOT NULL
) STRICT;

CREATE TABLE sessions (
    token      BLOB PRIMARY KEY,
    is_link    INTEGER NOT NULL,
    post       TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

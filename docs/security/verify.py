#!/usr/bin/env python3
"""Verifies an exported record, or the proof of one event, with Python's standard library alone.

    verify.py record.ndjson[.gz] [--key HEX] [--anchor FILE]
    verify.py proof.json         [--key HEX]

Shares no code with Firstline; the format is written down in record.md. Prints the first thing that
is not as it was sealed. Exit code: 0 as it was sealed, 1 not, 2 wrong usage.
"""
import argparse, base64, gzip, hashlib, json, re, sys
from functools import lru_cache

# ---- Ed25519, RFC 8032 section 5.1, verification only -------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)

def point(data):
    """Decodes a point into extended coordinates; None when it is not on the curve."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * I % P
    if (x * x - xx) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q

BASE = point(bytes.fromhex("58" + "66" * 31))

@lru_cache(maxsize=4096)
def signed(key, message, signature):
    a, r, s = point(key), signature[:32], int.from_bytes(signature[32:], "little")
    if a is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L
    x, y, z, _ = add(times(s, BASE), times(h, (P - a[0], a[1], 1, P - a[3])))  # sB - hA
    inverse = pow(z, P - 2, P)
    x, y = x * inverse % P, y * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little") == r

# ---- Merkle trees, RFC 6962 section 2.1 ---------------------------------------------------------
def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def node(left, right):
    return sha(b"\1", left, right)

def split(n):
    return 1 << (n - 1).bit_length() - 1

def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha()
    k = split(len(leaves))
    return node(root(leaves[:k]), root(leaves[k:]))

def climb(leaf, index, size, path):
    if size < 2:
        return leaf if index == 0 and size == 1 and not path else None
    if not path:
        return None
    k, (*rest, beside) = split(size), path
    below = climb(leaf, index, k, rest) if index < k else climb(leaf, index - k, size - k, rest)
    return below and (node(below, beside) if index < k else node(beside, below))

# ---- The record ---------------------------------------------------------------------------------
class Fault(Exception):
    pass

EVENT = set("account_id actor_id actor_kind at data id key name origin recorded_at ticket_id xid".split())
NULLABLE = {"account_id", "actor_id", "key", "ticket_id"}
SEAL = set("format record number previous epoch last size total root sealed_at key next_key".split())

def need(condition, fault):
    if not condition:
        raise Fault(fault)

def parse(text, indent=None):
    """JSON that is written the one way that says it: no key twice, no 1e0, no escape that need not be."""
    text = text[:-1] if text.endswith("\n") else text
    number = lambda digits: int(digits) if -(2**53) < int(digits) < 2**53 else need(False, "a number is too large")
    refuse = lambda odd: need(False, "%s is no number of this format" % odd)
    value = json.loads(text, parse_int=number, parse_float=refuse, parse_constant=refuse)
    separators = (",", ": ") if indent else (",", ":")
    written = json.dumps(value, indent=indent, separators=separators, ensure_ascii=False)
    need(written == text, "a line is not written the one way that it can be")
    written.encode()  # half a character is no text
    return value

def unpack(text):
    packed = base64.b64decode(text, validate=True)
    need(base64.b64encode(packed).decode() == text, "the entries of a seal are no base64")
    return packed

def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

def leaf(event):
    need(type(event) is dict and set(event) == EVENT, "an event has other columns than the format")
    for name, value in event.items():
        need(type(value) is str or (value is None and name in NULLABLE), "an event is malformed")
    return sha(b"\0", canonical(event))

def is_hex(value, digits):
    return type(value) is str and re.fullmatch("[0-9a-f]{%d}" % digits, value)

def check_seal(line):
    need(type(line) is dict and set(line) == {"seal", "signature"}, "a seal is unsigned or malformed")
    seal, signature = line["seal"], line["signature"]
    need(type(seal) is dict and set(seal) == SEAL, "a seal has other fields than the format")
    numbers = [seal[name] for name in ("number", "epoch", "size", "total")]
    need(all(type(n) is int and n >= 0 for n in numbers), "a seal is malformed")
    need(seal["format"] == "firstline.seal/1" and is_hex(seal["key"], 64), "a seal is malformed")
    need(is_hex(signature, 128), "seal %d is unsigned" % seal["number"])
    key, bits = bytes.fromhex(seal["key"]), bytes.fromhex(signature)
    need(signed(key, canonical(seal), bits), "seal %d is not what was signed" % seal["number"])
    return seal

def follow(line, seal, last):
    """That a seal comes after `last` (a line) or is the first; returns nothing, or raises."""
    n = seal["number"]
    need(n == (last["seal"]["number"] if last else 0) + 1, "seals before seal %d are missing" % n)
    need(seal["previous"] == (sha(canonical(last)).hex() if last else "0" * 64), "seal %d does not follow" % n)
    if last:
        before = last["seal"]
        need(seal["key"] == (before["next_key"] or before["key"]), "seal %d: wrong key" % n)
        continues = seal["record"] == before["record"] and seal["total"] == before["total"] + seal["size"]
        need(continues, "seal %d does not go on where the last one ended" % n)

def check_events(seal, events, packed):
    leaves = [leaf(event) for event in events]
    entries = b"".join(int(e["id"]).to_bytes(8, "big") + h[:8] for e, h in zip(events, leaves))
    if len(leaves) == seal["size"] and root(leaves).hex() == seal["root"] and entries == packed:
        return
    known = {packed[i : i + 16] for i in range(0, len(packed), 16)}
    odd = [e["id"] for i, e in enumerate(events) if entries[16 * i : 16 * i + 16] not in known]
    raise Fault("the events of seal %d are not those sealed; look at %s" % (seal["number"], odd[:3] or "its count and order"))

def verify_record(lines, key=None, heads=()):
    lines = iter(lines)
    header = parse(next(lines, "null"))
    need(type(header) is dict and set(header) == {"header"}, "the file has no header")
    header = header["header"]
    need(type(header) is dict and set(header) == {"format", "record", "exported_at", "head"}, "the header has other fields")
    need(type(header["exported_at"]) is str, "the header is malformed")
    need(header.get("format") == "firstline.record/1", "the file has another format")
    heads = list(heads) + ([header["head"]] if header["head"] else [])
    seen = {(head["seal"]["number"], sha(canonical(head))) for head in heads}
    keys, last, events, counts, end = set(), None, [], [0, 0], None
    for text in lines:
        line = parse(text)
        need(end is None and type(line) is dict, "there are lines after the end")
        if set(line) == {"event"}:
            events.append(line["event"])
            counts[0] += 1
        elif set(line) == {"end"}:
            end = line["end"]
        else:
            packed = unpack(line.pop("entries"))
            seal = check_seal(line)
            follow(line, seal, last)
            check_events(seal, events, packed)
            mine = sha(canonical(line))
            need(all(n != seal["number"] or h == mine for n, h in seen), "seal %d: a fork" % seal["number"])
            keys.add(seal["key"])
            last, events = line, []
            counts[1] += 1
    need(all(n <= counts[1] for n, _ in seen), "the tail is cut: seals that were seen are missing")
    need(end == {"events": counts[0], "seals": counts[1]}, "the tail is cut: the end line is missing or counts others")
    need((last["seal"]["record"] if last else None) == header["record"], "the header names another record")
    need(all(leaf(event) for event in events), "an unsealed event is malformed")
    need(key is None or key in keys, "wrong key: no seal is signed by the key you gave")
    return "%d events in %d seals, %d not sealed yet; keys %s" % (counts[0], counts[1], len(events), sorted(keys))

def verify_proof(text, key=None):
    proof = parse(text, 2 if "\n" in text[:-1] else None)
    fields = {"format", "event", "index", "path", "rotations", "seals"}
    need(set(proof) == fields and proof["format"] == "firstline.proof/1", "this is no proof")
    rotations, seals, event = proof["rotations"], proof["seals"], proof["event"]
    chain = [check_seal(line) for line in rotations + seals]
    first, count = chain[len(rotations)], len(rotations)
    path = [bytes.fromhex(hash) for hash in proof["path"]]
    found = climb(leaf(event), proof["index"], first["size"], path)
    need(found and found.hex() == first["root"], "event %s is not as it was sealed" % event["id"])
    for before, after in zip(chain[:count], chain[1 : count + 1]):
        need(before["next_key"] == after["key"] and before["number"] < after["number"], "wrong key")
    for place in range(1, len(seals)):
        follow(seals[place], chain[count + place], seals[place - 1])
    need(key is None or key in {seal["key"] for seal in chain}, "wrong key")
    return "event %s stands in seal %d, the chain goes on to %d" % (event["id"], first["number"], chain[-1]["number"])

def judge(verify, *args):
    """Whether all is as it was sealed, and the words for it."""
    try:
        return True, verify(*args)
    except Fault as fault:
        return False, str(fault)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError) as broken:
        return False, "malformed: %s" % broken

def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file")
    parser.add_argument("--key", help="public key, 64 hexadecimal digits, known from elsewhere")
    parser.add_argument("--anchor", help="file of seals that were seen before")
    args = parser.parse_args()
    opened = gzip.open if args.file.endswith(".gz") else open
    heads = [parse(line) for line in open(args.anchor, encoding="utf-8", newline="\n")] if args.anchor else []
    with opened(args.file, "rt", encoding="utf-8", newline="\n") as file:
        start = file.read(64)
        file.seek(0)
        if '"firstline.proof/1"' in start:
            good, said = judge(verify_proof, file.read(), args.key)
        else:
            good, said = judge(verify_record, file, args.key, heads)
    print(("As it was sealed: " if good else "NOT as it was sealed: ") + said)
    return 0 if good else 1

if __name__ == "__main__":
    sys.exit(main())

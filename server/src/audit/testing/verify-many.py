"""Verifies many small records with docs/security/verify.py: a case a line in, a verdict a line out."""
import importlib.util, json, sys

spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)

for line in sys.stdin:
    case = json.loads(line)
    good, said = verify.judge(verify.verify_record, case["lines"], case["key"], case["heads"])
    print(json.dumps({"good": good, "said": said}), flush=True)

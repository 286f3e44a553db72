using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Values;

namespace Weft.Fody.Planning.Returns;

/// <summary>Finds what one method tells of its result.</summary>
internal sealed class ReturnSearch(MethodIl il, StackFlow flow, ReturningBody body, TakenRecords? taken, HashSet<int>? asked, Func<ValueOrigins> origins)
{
    public IReadOnlyDictionary<Instruction, ToldResult> Run()
    {
        var told = new Dictionary<Instruction, ToldResult>();
        (List<TakenRecord> outs, bool areKept) = taken is null ? ([], false) : Outs(taken);
        foreach (Instruction end in il.Instructions.Where(i => body.IsEnd(i) && flow.Contains(i) && i.Previous?.OpCode.OpCodeType != OpCodeType.Prefix))
        {
            var records = new List<TakenRecord>(outs);
            bool isKept = areKept;
            if (asked is not null && body.ResultOf(end) is { } given) origins().Reach(end, [given], asked);
            if (taken is not null && body.ResultOf(end) is { } result)
            {
                (IReadOnlyList<TakenRecord> madeOf, bool isTakenBefore) = taken.MadeOf(end, [result], [], origins(), orOfLoops: false);
                records.AddRange(madeOf.Where(record => records.All(known => known.Take != record.Take)));
                isKept |= isTakenBefore;
            }
            told.Add(end, new ToldResult(body, [.. records.OrderBy(record => record.Length)], isKept));
        }
        return told;
    }

    // What is stored in a parameter may have been stored on other ways than the one that the method took; but what a call puts there itself, as TryGetValue does, it says.
    private (List<TakenRecord> Records, bool AreKept) Outs(TakenRecords all)
    {
        var records = new List<TakenRecord>();
        bool areKept = false;
        foreach (Take take in all.Takes)
        {
            if (Enumerable.Range(0, flow.OperandCount(take.Call)).Any(operand => flow.Producers(take.Call, operand).Any(body.IsOut))) records.Add(new TakenRecord(take, 0, il.Instructions.Count - 1));
        }
        foreach (Instruction store in il.Instructions.Where(i => (i.OpCode.Code == Code.Stobj || i.OpCode.Name.StartsWith("stind", StringComparison.Ordinal)) && flow.Contains(i) && flow.Producers(i, 0).Any(body.IsOut)))
        {
            IReadOnlyList<TakenRecord> madeOf = all.MadeOf(store, [1], [], origins(), orOfLoops: false).Records;
            areKept |= madeOf.Count > 0;
            records.AddRange(madeOf.Where(record => records.All(known => known.Take != record.Take)));
        }
        return (records, areKept);
    }
}

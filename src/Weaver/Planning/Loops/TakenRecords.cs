using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Captures;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Messages;
using Weft.Fody.Planning.Returns;
using Weft.Fody.Planning.Values;

namespace Weft.Fody.Planning.Loops;

// Design: what was taken out is followed by its value: an item follows from the records that it is made of, each the last one that its call took out. Where the
// item may be made of one taken out before that, it is kept. A loop that takes out one record a pass is at that record, whatever the item is made of.

/// <summary>The calls of one method that take records out, and which of them an item is made of.</summary>
internal sealed class TakenRecords
{
    private const int MostResults = 3; // of methods, that one value is asked about one by one; of more it is only known that it may be made of them

    private readonly MethodIl _il;
    private readonly Regions _regions;
    private readonly IReadOnlyList<Take> _takes;

    private TakenRecords(MethodIl il, IReadOnlyList<Take> takes, IReadOnlyList<Instruction> others)
    {
        _il = il;
        _takes = takes;
        Others = others;
        _regions = Regions.Of(il);
    }

    public static TakenRecords? Find(MethodIl il, HandOverMap handOvers, CapturedVariables captures, ReturningMethods returning, ScalarCalls scalars, SequenceTypes types, bool withReplies, Func<StackFlow> flow)
    {
        var takes = new List<Take>([.. new RecordReads(il, flow(), captures).Run(), .. new HolderReads(il, flow(), handOvers, types).Run()]);
        var others = new List<Instruction>();
        foreach (Instruction call in il.Instructions)
        {
            if (withReplies && ReplyRead.Of(call) is not null && flow().Contains(call) && Awaited.Waited(call) is { } answered) takes.Add(new Take(call, answered, null) { IsReply = true });
            if (returning.NumberToAsk(call) is { } number && call.Previous?.OpCode.OpCodeType != OpCodeType.Prefix && flow().Contains(call))
            {
                takes.Add(new Take(call, Awaited.GivenBy(call) ?? call, null, new ReturnedRead(((MethodReference)call.Operand).Name, number)));
                continue;
            }
            if (scalars.Find(call) is { } scalar && call.Previous?.OpCode.OpCodeType != OpCodeType.Prefix && flow().Contains(call))
            {
                takes.Add(new Take(call, call, null, new ScalarRead(scalar.Title)));
                continue;
            }
            if (handOvers.Find(call) is not { IsTake: true } mapped || !flow().Contains(call)) continue;
            if (call.Previous?.OpCode.OpCodeType != OpCodeType.Prefix && Awaited.GivenBy(call) is { } given) takes.Add(new Take(call, given, mapped));
            else others.Add(call);
        }
        return takes.Count + others.Count == 0 ? null : new TakenRecords(il, takes, others);
    }

    /// <summary>The calls that take records out which are not followed.</summary>
    public IReadOnlyList<Instruction> Others { get; }

    public IReadOnlyList<Take> Takes => _takes;

    /// <summary>The calls that look records up, which stay where they are.</summary>
    public IEnumerable<Take> Lookups => _takes.Where(take => take.IsKeyed);

    /// <summary>Whether the method changes an object that it has looked up: then what a dictionary holds goes on changing. Null as long as nobody asked.</summary>
    public bool? AnyIsChanged { get; set; }

    /// <summary>The instructions that take records out, and those that give them.</summary>
    public IEnumerable<Instruction> Instructions => _takes.Where(take => take.Read is null).SelectMany(take => new[] { take.Call, take.Given }).Distinct();

    /// <summary>The calls whose results say which records they are made of; besides, they may be made of the arguments.</summary>
    public IEnumerable<Instruction> Results => _takes.Where(take => take.Read is ResultRead).Select(take => take.Call);

    /// <summary>The instructions that read records by themselves.</summary>
    public IEnumerable<Instruction> Reads => _takes.Where(take => take.Read is not null and not ResultRead).Select(take => take.Call);

    /// <summary>The records that what an instruction puts in is made of, with whether it may be made of others.</summary>
    /// <param name="put">The instruction.</param>
    /// <param name="operands">The operands that it puts in.</param>
    /// <param name="around">The loops around it.</param>
    /// <param name="origins">Knows what values are made of.</param>
    /// <param name="ofResults">Whether the results of methods count, too.</param>
    /// <param name="orOfLoops">Whether what is made of none follows from the record that the loop around it takes out.</param>
    public (IReadOnlyList<TakenRecord> Records, bool IsKept) MadeOf(Instruction put, IReadOnlyList<int> operands, IReadOnlyList<ILoop> around, ValueOrigins origins, bool orOfLoops = true, bool ofResults = true)
    {
        int at = _il.Numbers[put];
        var records = new List<TakenRecord>();
        bool isKept = false;
        HashSet<Instruction> reached = origins.TakesOf(put, operands, around);
        if (reached.Count == 0) return (around.Count > 0 || !orOfLoops ? [] : OfLoops(at), false);
        Take[] takes = [.. _takes.Where(take => take.Call != put && (ofResults || take.Read is not ReturnedRead) && (reached.Contains(take.Call) || reached.Contains(take.Given)))];
        bool isMany = takes.Count(take => take.Read is ReturnedRead) > MostResults;
        foreach (Take take in takes)
        {
            if (isMany && take.Read is ReturnedRead)
            {
                records.Add(new TakenRecord(take, 0, _il.Instructions.Count - 1));
                isKept = true;
                continue;
            }
            if (take.Read is ScalarRead && origins.IsOfRecord(take.Call, around)) continue; // which says it all
            (int start, int end) = _regions.Innermost(at, _il.Numbers[take.Call]) ?? (0, _il.Instructions.Count - 1);
            var record = new TakenRecord(take, start, end);
            var value = operands.Select(operand => origins.DependsOn(put, operand, record, around)).ToList();
            if (!value.Any(part => part.IsMade)) continue;
            records.Add(record);
            isKept |= value.Any(part => part.IsKept) || (take.IsKeyed && AnyIsChanged == true) || !origins.AlwaysDependsOn(put, operands, record);
        }
        return (records.Count > 0 || around.Count > 0 || !orOfLoops ? records : OfLoops(at), isKept);
    }

    // Of loops that take out one record a pass.
    private List<TakenRecord> OfLoops(int at)
    {
        var records = new List<TakenRecord>();
        foreach (Take take in _takes.Where(take => take is { Read: null, Holder: null, IsKeyed: false, IsReply: false }))
        {
            int number = _il.Numbers[take.Call];
            if (_regions.Innermost(number, number) is { } loop && loop.Start <= at && at <= loop.End && _takes.Count(other => other.Read is null && loop.Start <= _il.Numbers[other.Call] && _il.Numbers[other.Call] <= loop.End) == 1)
                records.Add(new TakenRecord(take, loop.Start, loop.End));
        }
        return records;
    }
}

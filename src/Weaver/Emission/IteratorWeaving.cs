using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning;
using Weft.Fody.Planning.Iterators;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Emission;

/// <summary>Weaves an iterator's <c>MoveNext</c>: where it begins to read, moves on, and yields, it says so to the runtime's object in its own field.</summary>
internal sealed class IteratorWeaving(MethodIl il, IteratorPlan plan, WovenRuntime runtime, WovenCalls calls)
{
    private readonly FieldReference _yields = IteratorTypes.Field(plan.Machine.Type, calls.Import(runtime.Iterators.Yields));

    public void Weave(LoopEntry entry, IReadOnlyList<Instruction> handle)
    {
        List<Instruction> prefix = [.. LoadYields(), Constants.Load(entry.Place.Number), .. handle];
        switch (entry.Kind)
        {
            case EntryKind.Sequence:
                il.Redirect(entry.Call, prefix, calls.To(runtime.Iterators.Enter, [entry.Place.Record]));
                break;
            case EntryKind.AsyncSequence:
                il.Redirect(entry.Call, prefix, calls.To(runtime.Iterators.EnterAsync, [entry.Place.Record]));
                break;
            case EntryKind.ConfiguredSequence:
                il.Redirect(entry.Call, prefix, calls.To(runtime.Iterators.EnterConfigured, [entry.Place.Record]));
                break;
            case EntryKind.Enumerator:
                il.Append(entry.Call, [.. prefix, Call(runtime.Iterators.Entered, entry.Place.Record)]);
                break;
            default:
                il.Append(entry.Call, [.. prefix, Call(runtime.Iterators.Open)]);
                break;
        }
    }

    public void Weave(Yield yield, IReadOnlyList<Instruction> handle)
    {
        var suffix = new List<Instruction>();
        if (yield.Point.ForgetsMoves) suffix.AddRange([.. LoadYields(), Call(runtime.Iterators.Forget)]);
        foreach (AroundYield read in yield.Point.Reads) suffix.AddRange(Read(read));
        suffix.AddRange(LoadYields());
        if (yield.Point.IsKept) suffix.AddRange([Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldfld, (FieldReference)yield.Call.Operand)]);
        suffix.AddRange(handle);
        suffix.Add(yield.Point.IsKept ? Call(runtime.Iterators.YieldKept, yield.Point.Value) : Call(runtime.Iterators.Yield));
        il.Append(yield.Call, suffix);
    }

    public void WeaveMoves()
    {
        foreach (ReadPlace place in plan.Places)
        {
            foreach ((Instruction call, bool byHand) in place.Moves)
                il.Append(call, [.. LoadYields(), Constants.Load(place.Number), Call(byHand ? runtime.Iterators.MovedByHand : runtime.Iterators.Moved)]);
        }
    }

    private IEnumerable<Instruction> Read(AroundYield read)
    {
        Instruction number = Constants.Load(read.Place.Number);
        return read.Place.Kind switch
        {
            EnumeratorKind.List => [.. LoadYields(), .. LoopWeaving.Load(read.Place.Place), number, Call(runtime.Iterators.ReadList, read.Place.Record)],
            EnumeratorKind.Array => [.. LoadYields(), .. LoopWeaving.Load(read.Place.Place), .. LoopWeaving.Load(read.Loop!.Index!), number, Call(runtime.Iterators.ReadArray, read.Place.Record)],
            _ => [.. LoadYields(), number, Call(runtime.Iterators.Read)],
        };
    }

    private Instruction[] LoadYields() => [Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldfld, _yields)];

    private Instruction Call(MethodDefinition woven, params TypeReference[] arguments) => Instruction.Create(OpCodes.Call, calls.To(woven, arguments));
}

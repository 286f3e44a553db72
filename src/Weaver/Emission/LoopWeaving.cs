using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning;
using Weft.Fody.Planning.Fills;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Readers;

namespace Weft.Fody.Emission;

/// <summary>
/// Weaves what the loops of one method call. Beside each enumerator and each reader goes a local of the runtime's, in which it keeps what it knows of the loop;
/// a new enumerator sets it anew.
/// </summary>
internal sealed class LoopWeaving(MethodIl il, StackFlow flow, CapturedRecords captured, WovenRuntime runtime, WovenCalls calls)
{
    private readonly Dictionary<EnumeratorPlace, RecordPlace> _sources = [];
    private readonly Instruction[] _instructions = [.. il.Instructions]; // before any edit
    private readonly HashSet<int> _counted = []; // loops, by the number of what moves them on
    private readonly Dictionary<string, VariableDefinition> _readers = [];
    private readonly Dictionary<Instruction, RecordPlace> _taken = [];
    private readonly Dictionary<Instruction, Instruction[]> _noted = []; // what a lambda says of results, by their calls
    private RecordPlace? _given;

    /// <summary>Where collections are kept for the code behind or in front of a call that takes them.</summary>
    public KeptOperands Holders { get; } = new(il, flow);

    /// <summary>Keeps the collections that loops read; before any other edit.</summary>
    public void Prepare(IEnumerable<PlannedSite> sites)
    {
        foreach (Loop loop in sites.SelectMany(site => site.Loops).OfType<Loop>().Where(loop => loop.Kind is EnumeratorKind.Interface or EnumeratorKind.Own))
        {
            foreach (Instruction store in StoresOf(loop.Enumerator))
            {
                if (Entry(store) is not { } entry || Holders.Contains(entry)) continue;
                TypeReference type = ((MethodReference)entry.Operand).DeclaringType;
                if (!type.IsValueType || !LoopSearch.IsByRefLike(type)) Holders.Keep(entry, 0, flow.Producers(entry, 0), type.IsValueType ? type : null);
            }
        }
    }

    // The call that gives the enumerator which is stored.
    private Instruction? Entry(Instruction store) =>
        flow.Producers(store, store.OpCode.Code == Code.Stfld ? 1 : 0) is { Count: 1 } producers && producers[0] is { OpCode.Code: Code.Call or Code.Callvirt, Operand: MethodReference { Name: "GetEnumerator", HasThis: true, Parameters.Count: 0 } } entry
        && entry.Previous?.OpCode.OpCodeType != OpCodeType.Prefix && flow.Producers(entry, 0).Count > 0 ? entry : null;

    private List<Instruction> StoresOf(EnumeratorPlace enumerator) => [.. il.Instructions.Where(i => flow.Contains(i) && enumerator.Equals(EnumeratorPlace.StoredBy(i, il, flow)))];

    public void Weave(LoopCall site, IReadOnlyList<Instruction> handle)
    {
        List<Instruction> prefix = Record(site.Followed.Loops, handle);
        if (prefix.Count == 0) prefix.Add(Call(runtime.NoRecord, []));
        if (site.Followed.IsKept) prefix.AddRange([.. Copies.Of(handle), Call(runtime.Kept, [])]);
        prefix.AddRange(Copies.Of(handle));
        Redirect(site.Call, prefix, site.Followed.Target);
    }

    public void Weave(TakeCall site, IReadOnlyList<Instruction> handle)
    {
        RecordPlace record = PlaceOf(site.Take);
        if (site.Take.Holder is not null)
        {
            il.Prepend(site.Call, [.. record.Store(il, [Instruction.Create(OpCodes.Ldloc, Holders.Of(site.Call)), .. Copies.Of(handle), Call(runtime.RecordOfHolder, [])], calls.Import(runtime.LoopRecord))]);
            return;
        }
        if (site.Take.Read is ReturnedRead returned)
        {
            TakeResult(site.Call, returned, record);
            if (site.Take.Given != site.Take.Call) il.Append(site.Take.Given, [.. record.LoadAddress(), Constants.Load(returned.Number), .. Copies.Of(handle), Call(runtime.ReturnedLate, [])]);
            return;
        }
        if (site.Take.Read is { } read)
        {
            WeaveRead(site.Take.Call, read, record, handle);
            return;
        }
        if (site.Take.Given != site.Take.Call) il.Append(site.Take.Given, [.. record.LoadAddress(), Call(runtime.Received, [])]);
        Redirect(site.Call, [.. record.LoadAddress(), .. Copies.Of(handle)], site.Take.Operator!.Woven);
    }

    /// <summary>Tells the record that the result of an operator is made of, behind its call.</summary>
    public void Tell(Take scalar) => il.Append(scalar.Call, [.. PlaceOf(scalar).LoadAddress(), Call(runtime.ScalarRecord, [])]);

    public void Weave(ResultNote site, IReadOnlyList<Instruction> handle)
    {
        _noted.Add(site.Call, [.. PlaceOf(site.Take).Load(), .. handle, Call(runtime.LookUpRecord, [])]);
        if (!site.IsTaken) TakeResult(site.Call, (ReturnedRead)site.Take.Read!, PlaceOf(site.Take));
    }

    private void TakeResult(Instruction call, ReturnedRead returned, RecordPlace record) =>
        il.Surround(call, [Call(runtime.Expect, [])], [.. record.LoadAddress(), Constants.Load(returned.Number), Call(runtime.Returned, []), .. _noted.TryGetValue(call, out Instruction[]? note) ? note : []]);

    // What is read from is on the stack; its record is told before it is read.
    private void WeaveRead(Instruction at, RecordRead read, RecordPlace record, IReadOnlyList<Instruction> handle)
    {
        var code = new List<Instruction>();
        if (read is ItemRead item)
        {
            VariableDefinition index = il.AddLocal(il.Method.Module.TypeSystem.Int32);
            Instruction[] told = [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldloc, index), Constants.Load(item.IsChanged ? 1 : 0), LocalAddress(il.AddLocal(calls.Import(runtime.LoopSource))), .. Copies.Of(handle), Call(runtime.RecordOfItem, [])];
            code.AddRange([Instruction.Create(OpCodes.Stloc, index), .. record.Store(il, told, calls.Import(runtime.LoopRecord)), Instruction.Create(OpCodes.Ldloc, index)]);
        }
        else if (read is CapturedRead variable)
        {
            code.AddRange(record.Store(il, [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldfld, captured.Beside(variable.Variable))], calls.Import(runtime.LoopRecord)));
        }
        else if (read is CurrentRead current)
        {
            RecordPlace source;
            if (current.Place is { } place)
            {
                source = SourceOf(place, current.Kind, current.Record);
            }
            else
            {
                VariableDefinition local = il.AddLocal(calls.Import(runtime.LoopSource));
                code.AddRange([Instruction.Create(OpCodes.Ldnull), Instruction.Create(OpCodes.Stloc, local)]);
                source = RecordPlace.Of(local);
            }
            IEnumerable<Instruction> value = current.Kind is EnumeratorKind.List or EnumeratorKind.ConfiguredAsync ? [Instruction.Create(OpCodes.Ldobj, ((MethodReference)at.Operand).DeclaringType)] : [];
            code.AddRange(record.Store(il, [Instruction.Create(OpCodes.Dup), .. value, .. source.LoadAddress(), .. Copies.Of(handle), Call(RecordOf(current.Kind), [current.Record])], calls.Import(runtime.LoopRecord)));
        }
        il.Prepend(at, code);
    }

    private void Redirect(Instruction call, IReadOnlyList<Instruction> prefix, MethodDefinition woven)
    {
        var original = (MethodReference)call.Operand;
        MethodReference target = calls.To(woven, new Substitution(original).Arguments);
        if (!SignatureMatch.CanReplaceCall(original, target, behind: 2)) throw new MalformedBodyException($"{target.FullName} does not have the signature of {original.FullName}", call);
        il.Redirect(call, prefix, target);
    }

    public void Weave(ReaderMove site, IReadOnlyList<Instruction> handle)
    {
        ReaderCall read = site.Read;
        Instruction[] told =
        [
            LocalAddress(SourceOf(read.Place)), .. Copies.Of(handle), Call(read.GivesLine ? runtime.LineRead : runtime.RowRead, []),
        ];
        if (read.Place.IsReadable || !read.Place.IsObject)
        {
            il.Append(read.Given, [.. Reader(read.Place), .. told]);
            return;
        }
        VariableDefinition reader = il.AddLocal(il.Method.Module.TypeSystem.Object);
        il.Surround(read.Call, [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Stloc, reader)], [Instruction.Create(OpCodes.Ldloc, reader), .. told]);
    }

    private static Instruction[] Reader(ReaderPlace place) => place.IsReadable ? place.Load() : [Instruction.Create(OpCodes.Ldnull)];

    /// <summary>Puts on the stack the record that loops are at, from the innermost out; nothing of none.</summary>
    public List<Instruction> Record(IReadOnlyList<ILoop> loops, IReadOnlyList<Instruction> handle)
    {
        var record = new List<Instruction>();
        foreach (ILoop loop in loops)
        {
            bool isInnermost = record.Count == 0;
            if (!isInnermost && loop is HandlerBody { Request: not null })
            {
                record.AddRange([.. Copies.Of(handle), Call(runtime.WithinMessage, [])]);
                continue;
            }
            record.AddRange(Record(loop, handle));
            if (isInnermost) continue;
            record.AddRange(Copies.Of(handle));
            record.Add(Call(runtime.Within, []));
        }
        return record;
    }

    private IEnumerable<Instruction> Record(ILoop at, IReadOnlyList<Instruction> handle) => at switch
    {
        Loop { Kind: EnumeratorKind.Own } loop => [.. Counted(loop).Load(), .. Copies.Of(handle), Call(runtime.RecordOfLoop, [])],
        Loop loop => [.. Load(loop.Enumerator), .. loop.Index is { } index ? Load(index) : [], .. Counted(loop).LoadAddress(), .. Copies.Of(handle), Call(RecordOf(loop.Kind), [loop.Record])],
        TakenRecord taken => PlaceOf(taken.Take).Load(),
        ReaderLoop loop => [.. Reader(loop.Place), LocalAddress(SourceOf(loop.Place)), Call(runtime.RecordOfReader, [])],
        GivenBody body => (_given ??= GivenRecord.Add(il, body, runtime, calls)).Load(),
        HandlerBody => [Call(runtime.CurrentRecord, [])],
        _ => [.. Copies.Of(handle), Call(runtime.RecordOfAction, [])],
    };

    private MethodDefinition RecordOf(EnumeratorKind kind) => kind switch
    {
        EnumeratorKind.List => runtime.RecordOfList,
        EnumeratorKind.Array => runtime.RecordAt,
        EnumeratorKind.Async => runtime.RecordOfAsync,
        EnumeratorKind.ConfiguredAsync => runtime.RecordOfConfigured,
        _ => runtime.RecordOf,
    };

    // Of a loop by an enumerator that tells nothing the records are counted.
    private RecordPlace Counted(Loop loop)
    {
        RecordPlace source = SourceOf(loop.Enumerator, loop.Kind, loop.Record);
        if (loop.Kind is EnumeratorKind.Interface or EnumeratorKind.Own && _counted.Add(loop.MoveNext)) il.Append(_instructions[loop.MoveNext], [.. source.Load(), Call(runtime.MovedOn, [])]);
        return source;
    }

    private RecordPlace SourceOf(EnumeratorPlace enumerator, EnumeratorKind kind, TypeReference record)
    {
        if (_sources.TryGetValue(enumerator, out RecordPlace? source)) return source;
        TypeReference type = calls.Import(runtime.LoopSource);
        // What a counting loop knows it cannot find out anew behind an await.
        source = kind is EnumeratorKind.Interface or EnumeratorKind.Own ? RecordPlace.Add(il, type, ContractNames.SourceField + _sources.Count) : RecordPlace.Of(il.AddLocal(type));
        _sources.Add(enumerator, source);
        foreach (Instruction store in StoresOf(enumerator)) il.Append(store, [.. source.Store(il, Begin(enumerator, kind, record, store), type)]);
        return source;
    }

    private RecordPlace PlaceOf(Take take)
    {
        if (!_taken.TryGetValue(take.Call, out RecordPlace? place)) _taken.Add(take.Call, place = RecordPlace.Add(il, calls.Import(runtime.LoopRecord), _taken.Count));
        return place;
    }

    /// <summary>Puts on the stack where the record is kept that a call takes out.</summary>
    public Instruction[] AddressOf(Take take) => PlaceOf(take).LoadAddress();

    private VariableDefinition SourceOf(ReaderPlace place)
    {
        if (_readers.TryGetValue(place.Key, out VariableDefinition? source)) return source;
        _readers.Add(place.Key, source = il.AddLocal(calls.Import(runtime.LoopSource)));
        if (place.Local is null) return source;
        foreach (Instruction store in il.Instructions.Where(i => Operands.StoredLocal(i, il.Method) == place.Local).ToList())
            il.Append(store, [Instruction.Create(OpCodes.Ldnull), Local(OpCodes.Stloc_S, OpCodes.Stloc, source)]);
        return source;
    }

    // What an iterator yields is followed from its first record, or not at all.
    private Instruction[] Begin(EnumeratorPlace enumerator, EnumeratorKind kind, TypeReference record, Instruction store)
    {
        Instruction collection = Entry(store) is { } entry && Holders.Contains(entry) ? Instruction.Create(OpCodes.Ldloc, Holders.Of(entry)) : Instruction.Create(OpCodes.Ldnull);
        return kind switch
        {
            EnumeratorKind.Own => [collection, Call(runtime.LoopOver, [])],
            EnumeratorKind.Interface => [.. Load(enumerator), collection, Call(runtime.Loop, [record])],
            _ => LoopOf(kind) is { } begin ? [.. Load(enumerator), Call(begin, [record])] : [Instruction.Create(OpCodes.Ldnull)],
        };
    }

    private MethodDefinition? LoopOf(EnumeratorKind kind) => kind switch
    {
        EnumeratorKind.Async => runtime.LoopAsync,
        EnumeratorKind.ConfiguredAsync => runtime.LoopConfigured,
        _ => null,
    };

    private Instruction Call(MethodDefinition woven, IEnumerable<TypeReference> arguments) => Instruction.Create(OpCodes.Call, calls.To(woven, arguments));

    internal static Instruction[] Load(EnumeratorPlace enumerator) => enumerator.Local is { } local
        ? [Local(OpCodes.Ldloc_S, OpCodes.Ldloc, local)]
        : [Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldfld, enumerator.Field)];

    private static Instruction LocalAddress(VariableDefinition local) => Local(OpCodes.Ldloca_S, OpCodes.Ldloca, local);

    private static Instruction Local(OpCode shortForm, OpCode longForm, VariableDefinition local) =>
        Instruction.Create(local.Index <= byte.MaxValue ? shortForm : longForm, local);
}

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
internal sealed class LoopWeaving(MethodIl il, StackFlow flow, WovenRuntime runtime, WovenCalls calls)
{
    private readonly Dictionary<EnumeratorPlace, VariableDefinition> _sources = [];
    private readonly Dictionary<string, VariableDefinition> _readers = [];
    private readonly Dictionary<Instruction, RecordPlace> _taken = [];
    private RecordPlace? _given;

    /// <summary>Where collections are kept for the code behind or in front of a call that takes them.</summary>
    public KeptOperands Holders { get; } = new(il, flow);

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
        if (site.Take.Read is { } read)
        {
            WeaveRead(site.Take.Call, read, record, handle);
            return;
        }
        if (site.Take.Given != site.Take.Call) il.Append(site.Take.Given, [.. record.LoadAddress(), Call(runtime.Received, [])]);
        Redirect(site.Call, [.. record.LoadAddress(), .. Copies.Of(handle)], site.Take.Operator!.Woven);
    }

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
        else if (read is CurrentRead current)
        {
            VariableDefinition source = current.Place is { } place ? SourceOf(place, current.Kind, current.Record) : il.AddLocal(calls.Import(runtime.LoopSource));
            if (current.Place is null) code.AddRange([Instruction.Create(OpCodes.Ldnull), Instruction.Create(OpCodes.Stloc, source)]);
            IEnumerable<Instruction> value = current.Kind is EnumeratorKind.List or EnumeratorKind.ConfiguredAsync ? [Instruction.Create(OpCodes.Ldobj, ((MethodReference)at.Operand).DeclaringType)] : [];
            code.AddRange(record.Store(il, [Instruction.Create(OpCodes.Dup), .. value, LocalAddress(source), .. Copies.Of(handle), Call(RecordOf(current.Kind), [current.Record])], calls.Import(runtime.LoopRecord)));
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
        Loop loop => [.. Load(loop.Enumerator), .. loop.Index is { } index ? Load(index) : [], LocalAddress(SourceOf(loop.Enumerator, loop.Kind, loop.Record)), .. Copies.Of(handle), Call(RecordOf(loop.Kind), [loop.Record])],
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

    private VariableDefinition SourceOf(EnumeratorPlace enumerator, EnumeratorKind kind, TypeReference record)
    {
        if (_sources.TryGetValue(enumerator, out VariableDefinition? source)) return source;
        source = il.AddLocal(calls.Import(runtime.LoopSource));
        _sources.Add(enumerator, source);
        foreach (Instruction store in il.Instructions.Where(i => flow.Contains(i) && enumerator.Equals(EnumeratorPlace.StoredBy(i, il, flow))).ToList())
            il.Append(store, [.. Begin(enumerator, kind, record), Local(OpCodes.Stloc_S, OpCodes.Stloc, source)]);
        return source;
    }

    private RecordPlace PlaceOf(Take take)
    {
        if (!_taken.TryGetValue(take.Call, out RecordPlace? place)) _taken.Add(take.Call, place = RecordPlace.Add(il, calls.Import(runtime.LoopRecord), _taken.Count));
        return place;
    }

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
    private Instruction[] Begin(EnumeratorPlace enumerator, EnumeratorKind kind, TypeReference record) =>
        LoopOf(kind) is { } begin ? [.. Load(enumerator), Call(begin, [record])] : [Instruction.Create(OpCodes.Ldnull)];

    private MethodDefinition? LoopOf(EnumeratorKind kind) => kind switch
    {
        EnumeratorKind.Interface => runtime.Loop,
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

using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Contract;
using Weft.Fody.Il;
using Weft.Fody.Planning;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Emission;

/// <summary>
/// Weaves the additions of one method's loops. Beside each enumerator goes a local of the runtime's, in which it keeps what it knows of the loop;
/// a new enumerator sets it anew.
/// </summary>
internal sealed class LoopWeaving(MethodIl il, StackFlow flow, WovenRuntime runtime, WovenCalls calls)
{
    private readonly Dictionary<EnumeratorPlace, VariableDefinition> _sources = [];

    public void Weave(LoopAdd site, IReadOnlyList<Instruction> handle)
    {
        var prefix = new List<Instruction>();
        foreach (Loop loop in site.Add.Loops)
        {
            bool isInnermost = prefix.Count == 0;
            prefix.AddRange(Load(loop.Enumerator));
            prefix.Add(Local(OpCodes.Ldloca_S, OpCodes.Ldloca, SourceOf(loop)));
            prefix.AddRange(Copy(handle));
            prefix.Add(Call(RecordOf(loop.Kind), [loop.Record]));
            if (isInnermost) continue;
            prefix.AddRange(Copy(handle));
            prefix.Add(Call(runtime.Within, []));
        }
        prefix.AddRange(Copy(handle));
        il.Redirect(site.Call, prefix, calls.To(runtime.Add, [site.Add.Item]));
    }

    private MethodDefinition RecordOf(EnumeratorKind kind) => kind switch
    {
        EnumeratorKind.List => runtime.RecordOfList,
        EnumeratorKind.Async => runtime.RecordOfAsync,
        EnumeratorKind.ConfiguredAsync => runtime.RecordOfConfigured,
        _ => runtime.RecordOf,
    };

    private VariableDefinition SourceOf(Loop loop)
    {
        EnumeratorPlace enumerator = loop.Enumerator;
        if (_sources.TryGetValue(enumerator, out VariableDefinition? source)) return source;
        source = il.AddLocal(calls.Import(runtime.LoopSource));
        _sources.Add(enumerator, source);
        foreach (Instruction store in il.Instructions.Where(i => flow.Contains(i) && enumerator.Equals(EnumeratorPlace.StoredBy(i, il, flow))).ToList())
            il.Append(store, [.. Begin(loop), Local(OpCodes.Stloc_S, OpCodes.Stloc, source)]);
        return source;
    }

    // What an iterator yields is followed from its first record, or not at all.
    private Instruction[] Begin(Loop loop) =>
        loop.Kind == EnumeratorKind.Interface ? [.. Load(loop.Enumerator), Call(runtime.Loop, [loop.Record])] : [Instruction.Create(OpCodes.Ldnull)];

    private Instruction Call(MethodDefinition woven, IEnumerable<TypeReference> arguments) => Instruction.Create(OpCodes.Call, calls.To(woven, arguments));

    internal static Instruction[] Load(EnumeratorPlace enumerator) => enumerator.Local is { } local
        ? [Local(OpCodes.Ldloc_S, OpCodes.Ldloc, local)]
        : [Instruction.Create(OpCodes.Ldarg_0), Instruction.Create(OpCodes.Ldfld, enumerator.Field)];

    private static Instruction Local(OpCode shortForm, OpCode longForm, VariableDefinition local) =>
        Instruction.Create(local.Index <= byte.MaxValue ? shortForm : longForm, local);

    internal static IEnumerable<Instruction> Copy(IReadOnlyList<Instruction> handle)
    {
        foreach (Instruction instruction in handle)
        {
            Instruction copy = Instruction.Create(OpCodes.Nop);
            copy.OpCode = instruction.OpCode;
            copy.Operand = instruction.Operand;
            yield return copy;
        }
    }
}

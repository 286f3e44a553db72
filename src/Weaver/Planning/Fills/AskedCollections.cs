using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;
using Weft.Fody.Il;

namespace Weft.Fody.Planning.Fills;

/// <summary>Knows the collections of which a method asks only whether something is in them: <c>if (seen.Add(x))</c>. What they hold decides, and nobody reads it.</summary>
internal sealed class AskedCollections(MethodIl il, StackFlow flow)
{
    private readonly Dictionary<VariableDefinition, bool> _known = [];

    /// <summary>Whether these instructions give such collections alone.</summary>
    public bool Include(IReadOnlyList<Instruction> collections) => collections.All(collection => Operands.LoadedLocal(collection, il.Method) is { } local && IsOnlyAsked(local));

    private bool IsOnlyAsked(VariableDefinition local)
    {
        if (_known.TryGetValue(local, out bool known)) return known;
        return _known[local] = il.Instructions.All(i => i.Operand != local || i.OpCode.Code is not (Code.Ldloca or Code.Ldloca_S))
            && il.Instructions.Where(i => flow.Contains(i) && Operands.StoredLocal(i, il.Method) == local).All(store => flow.Producers(store, 0).All(IsMadeHere))
            && il.Instructions.Where(i => flow.Contains(i) && Operands.LoadedLocal(i, il.Method) == local).SelectMany(flow.Uses).All(IsQuestion);
    }

    // Made by nobody else, who could read it, too.
    private bool IsMadeHere(Instruction made) => made.OpCode.Code == Code.Newobj && flow.Uses(made).All(use => IsQuestion(use) || Operands.StoredLocal(use.Consumer, il.Method) is not null);

    private static bool IsQuestion(Use use) =>
        use is { Operand: 0, Consumer: { OpCode.Code: Code.Call or Code.Callvirt, Operand: MethodReference { HasThis: true } called } } && FillingMethods.OnlyAsk(called.Name, called.Parameters.Count);
}

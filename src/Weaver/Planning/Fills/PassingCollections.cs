using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;
using Weft.Fody.Planning.Values;

namespace Weft.Fody.Planning.Fills;

/// <summary>Knows the collections that one pass of a loop makes, fills and is done with: the arguments of a call, a buffer. Nobody asks them where they come from.</summary>
internal sealed class PassingCollections(MethodIl il, StackFlow flow, SequenceTypes types)
{
    /// <summary>Whether these instructions give such collections alone.</summary>
    public bool Include(IReadOnlyList<Instruction> collections, ILoop loop)
    {
        Pass pass = Pass.Of(loop, il, flow, il.Numbers);
        return collections.All(collection => IsPassing(collection, pass, mayBeKept: true));
    }

    // C# writes a local before it reads it: one that is stored once, in the pass, is of the pass.
    private bool IsPassing(Instruction holder, Pass pass, bool mayBeKept)
    {
        if (Operands.LoadedLocal(holder, il.Method) is { } local)
        {
            List<Instruction> stores = [.. il.Instructions.Where(i => flow.Contains(i) && Operands.StoredLocal(i, il.Method) == local)];
            if (stores.Count != 1 || il.Instructions.Any(i => i.OpCode.Code is Code.Ldloca or Code.Ldloca_S && i.Operand == local)) return false;
            return flow.Producers(stores[0], 0).All(made => IsMade(made, pass)) && il.Instructions.Where(i => Operands.LoadedLocal(i, il.Method) == local && flow.Contains(i)).SelectMany(flow.Uses).All(IsEnd);
        }
        return IsMade(holder, pass) && flow.Uses(holder).All(use => IsEnd(use) || (mayBeKept && Operands.StoredLocal(use.Consumer, il.Method) is { } kept
            && il.Instructions.FirstOrDefault(i => Operands.LoadedLocal(i, il.Method) == kept && flow.Contains(i)) is { } load && IsPassing(load, pass, mayBeKept: false)));
    }

    private bool IsMade(Instruction made, Pass pass) => made.OpCode.Code is Code.Newarr or Code.Newobj && pass.Contains(il.Numbers[made]);

    private bool IsEnd(Use use)
    {
        Instruction consumer = use.Consumer;
        if (consumer.OpCode.Code == Code.Ldlen) return true;
        if (consumer.OpCode.Name.StartsWith("stelem", StringComparison.Ordinal) || consumer.OpCode.Name.StartsWith("ldelem", StringComparison.Ordinal)) return use.Operand == 0;
        if (consumer.OpCode.Code is not (Code.Call or Code.Callvirt) || consumer.Operand is not MethodReference called || called.DeclaringType.GetElementType().Scope is ModuleDefinition) return false;
        if (use.Operand == 0 && called.HasThis && Fill.MayBe(consumer)) return true;
        if (called is { Name: "AddRange", HasThis: true } && called.DeclaringType.GetElementType().FullName == "System.Collections.Generic.List`1") return true; // its items follow from the record themselves
        TypeReference given = new Substitution(called).Result;
        return !Fill.MayBe(consumer) && (given.MetadataType is MetadataType.Void or MetadataType.String || (given.IsValueType && !types.TakesRecords(given)));
    }
}

using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;
using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Fills;

/// <summary>Finds the calls that take a record out of a collection, or show one there, which nobody follows record by record: what the collection is known for is then known of the record.</summary>
internal sealed class HolderReads(MethodIl il, StackFlow flow, HandOverMap handOvers, SequenceTypes types)
{
    private static readonly HashSet<string> _reads = new(StringComparer.Ordinal)
    {
        "AddOrUpdate", "Dequeue", "DequeueEnqueue", "EnqueueDequeue", "Find", "GetOrAdd", "Peek", "Pop", "Take", "TryDequeue", "TryGetValue", "TryPeek", "TryPop", "TryRemove", "TryTake", "get_First", "get_Item", "get_Last", "get_Max", "get_Min",
    };

    /// <summary>Whether an instruction may be one; cheap.</summary>
    public static bool MayBe(Instruction instruction) => instruction.Operand is MethodReference { HasThis: true } called && _reads.Contains(called.Name);

    public IEnumerable<Take> Run()
    {
        foreach (Instruction call in il.Instructions)
        {
            if (IsRead(call)) yield return new Take(call, call, null) { Holder = ((MethodReference)call.Operand).Name.Replace("get_Item", "this[]").Replace("get_", "") };
        }
    }

    private bool IsRead(Instruction call) =>
        call.OpCode.Code is Code.Call or Code.Callvirt && call.Operand is MethodReference { HasThis: true } called && _reads.Contains(called.Name)
        && flow.Contains(call) && call.Previous?.OpCode.OpCodeType != OpCodeType.Prefix
        && called.DeclaringType is GenericInstanceType { IsValueType: false } type && type.ElementType.Scope is not ModuleDefinition && type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal)
        && (types.TakesRecords(type) || type.ElementType.Name == "PriorityQueue`2")
        && handOvers.Find(call) is null && !RecordReads.IsIndexed(called) && flow.Producers(call, 0).Count > 0;
}

using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Fody.Il;
using Weft.Fody.Mapping;

namespace Weft.Fody.Planning;

/// <summary>Collections that begin empty where they are used, and what single values make of them: <c>ImmutableList&lt;T&gt;.Empty.Add(x)</c>. They have no lineage that could be lost, as in the editor's rule.</summary>
internal static class EmptyCollections
{
    public static bool Include(Instruction call, int operand, StackFlow flow, SequenceTypes types)
    {
        while (flow.OperandCount(call) > operand && flow.Producers(call, operand) is { Count: 1 } producers)
        {
            Instruction made = producers[0];
            switch (made.OpCode.Code)
            {
                case Code.Ldsfld:
                    return ((FieldReference)made.Operand).Name == "Empty";
                case Code.Newobj:
                    return ((MethodReference)made.Operand).Parameters.Count == 0 && flow.Uses(made).Count == 1;
                case Code.Call or Code.Callvirt when made.Operand is MethodReference called:
                    if (!called.HasThis) return called.Parameters.Count == 0 && called.Name is "get_Empty" or "Create" or "CreateBuilder" or "Empty";
                    if (!types.BringsRecords(called.DeclaringType) || called.GetElementMethod().Parameters.Any(parameter => types.BringsRecords(parameter.ParameterType))) return false;
                    (call, operand) = (made, 0);
                    break;
                default:
                    return false;
            }
        }
        return false;
    }
}

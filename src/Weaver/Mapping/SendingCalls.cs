using Mono.Cecil;
using Mono.Cecil.Cil;
using Weft.Catalog;

namespace Weft.Fody.Mapping;

/// <summary>The calls that send a message, which are told what their arguments are made of.</summary>
internal static class SendingCalls
{
    private static readonly ILookup<string, string> _types = OperatorCatalog.Rows.Where(row => row.HandOver == HandOver.Send).ToLookup(row => row.Name, row => row.DeclaringType, StringComparer.Ordinal);

    public static bool Include(Instruction instruction) =>
        instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference called && _types.Contains(called.Name) && _types[called.Name].Contains(called.DeclaringType.FullName);

    /// <summary>The position of the first operand that belongs to the message: what sends it comes before.</summary>
    public const int FirstArgument = 1;
}

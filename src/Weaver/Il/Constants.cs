using Mono.Cecil.Cil;

namespace Weft.Fody.Il;

/// <summary>Loads an int the way compilers do, in the fewest bytes.</summary>
internal static class Constants
{
    private static readonly OpCode[] _small =
    [
        OpCodes.Ldc_I4_0, OpCodes.Ldc_I4_1, OpCodes.Ldc_I4_2, OpCodes.Ldc_I4_3, OpCodes.Ldc_I4_4,
        OpCodes.Ldc_I4_5, OpCodes.Ldc_I4_6, OpCodes.Ldc_I4_7, OpCodes.Ldc_I4_8,
    ];

    public static Instruction Load(int value) => value switch
    {
        >= 0 and <= 8 => Instruction.Create(_small[value]),
        >= sbyte.MinValue and <= sbyte.MaxValue => Instruction.Create(OpCodes.Ldc_I4_S, (sbyte)value),
        _ => Instruction.Create(OpCodes.Ldc_I4, value),
    };
}

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weft.Fody.Planning.Readers;

/// <summary>A call that moves a reader to its next row or gives its next line.</summary>
internal sealed class ReaderCall(Instruction call, Instruction given, ReaderPlace place, string? sourceName)
{
    public Instruction Call => call;

    /// <summary>The instruction behind which the answer is on the stack: the call, or what waits for its task.</summary>
    public Instruction Given => given;

    public ReaderPlace Place => place;

    /// <summary>What the records are called, where the reader itself has no name.</summary>
    public string? SourceName => sourceName;

    /// <summary>Whether the answer is a line, null at the end; else it is whether there is a row.</summary>
    public bool GivesLine => ((MethodReference)call.Operand).Name.StartsWith("ReadLine", StringComparison.Ordinal);
}

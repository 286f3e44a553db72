namespace Weft.Package.Tests;

/// <summary>The bytes of a dll and its pdb.</summary>
internal sealed record CompilerOutput(byte[] Assembly, byte[] Symbols)
{
    internal void Is(CompilerOutput expected)
    {
        Assert.True(Assembly.AsSpan().SequenceEqual(expected.Assembly), "the dll differs");
        Assert.True(Symbols.AsSpan().SequenceEqual(expected.Symbols), "the pdb differs");
    }
}

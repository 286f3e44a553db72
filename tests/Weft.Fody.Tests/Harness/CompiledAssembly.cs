namespace Weft.Fody.Tests.Harness;

/// <summary>An assembly and its symbols as bytes, before or after weaving.</summary>
internal sealed record CompiledAssembly(string Name, byte[] Dll, byte[]? Pdb);

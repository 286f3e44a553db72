namespace Weft.Fody.Configuration;

/// <summary>What a build asks of the weaver: the MSBuild property <c>WeftMode</c>.</summary>
internal enum WeaverMode
{
    /// <summary>Redirect to operators that record.</summary>
    Record,

    /// <summary>Redirect to operators whose lineage the JIT removes.</summary>
    NoOp,

    /// <summary>Leave the assembly as the compiler wrote it.</summary>
    Off,
}

namespace Weft;

/// <summary>The mode of <c>WeftMode=NoOp</c>: never records; every call is the original one after JIT compilation.</summary>
public readonly struct NoLineage : ILineage
{
    /// <inheritdoc/>
    public static bool IsRecording => false;
}

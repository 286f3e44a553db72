namespace Weft;

/// <summary>
/// The mode a call was woven for. Operators are generic over it, so that the JIT removes what a mode does not do:
/// <see cref="Recording"/> follows the process-wide switch, <see cref="NoLineage"/> is always off.
/// </summary>
public interface ILineage
{
    /// <summary>Whether lineage is recorded. A constant for the JIT.</summary>
    static abstract bool IsRecording { get; }
}

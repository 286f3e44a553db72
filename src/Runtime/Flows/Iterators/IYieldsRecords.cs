using System.ComponentModel;

namespace Weft;

/// <summary>The weaver makes the iterator classes of C# implement this: they tell which records what they yield follows from. Part of the contract with woven code.</summary>
// Design: asked for once an enumeration. An iterator that nobody follows has null here, and pays a comparison for each record.
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IYieldsRecords
{
    /// <summary>Where the iterator writes to; null as long as nobody follows it.</summary>
    Yields? Yields { get; set; }
}

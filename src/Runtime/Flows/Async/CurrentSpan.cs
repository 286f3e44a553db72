namespace Weft.Flows.Async;

/// <summary>The span of the record that an enumeration has read last.</summary>
internal sealed class CurrentSpan
{
    /// <summary>The span; meaningless before the first record and behind the last one.</summary>
    internal ulong Value;
}

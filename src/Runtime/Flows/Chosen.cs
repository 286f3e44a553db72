namespace Weft.Flows;

/// <summary>A record that an operator chose, or none.</summary>
/// <param name="Value">The record.</param>
/// <param name="Span">Its span; 0 when none was chosen.</param>
internal readonly record struct Chosen<T>(T Value, ulong Span)
{
    /// <summary>Whether there is a record: every record of a flow has a span.</summary>
    internal bool Found => Span != 0;
}

namespace Weft.Flows;

/// <summary>A record that an operator chose, or none.</summary>
/// <param name="Value">The record.</param>
/// <param name="Span">Its span, or <see cref="Untraced"/>; 0 when none was chosen.</param>
internal readonly record struct Chosen<T>(T Value, ulong Span)
{
    /// <summary>In place of a span that nobody asked for.</summary>
    internal const ulong Untraced = ulong.MaxValue;

    /// <summary>Whether there is a record: every record of a flow has a span.</summary>
    internal bool Found => Span != 0;
}

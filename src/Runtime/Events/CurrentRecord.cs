namespace Weft.Events;

/// <summary>The record that an execution unit handles.</summary>
/// <param name="Span">Its span; 0 is none.</param>
/// <param name="Step">The step by which it came; 0 when it came from where its span was issued.</param>
internal readonly record struct CurrentRecord(ulong Span, int Step);

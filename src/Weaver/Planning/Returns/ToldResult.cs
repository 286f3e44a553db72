using Weft.Fody.Planning.Loops;

namespace Weft.Fody.Planning.Returns;

/// <summary>What a method tells of its result where it gives it.</summary>
/// <param name="Body">The method.</param>
/// <param name="Records">The records that the result is made of; of none, nothing is told.</param>
/// <param name="IsKept">Whether it may be made of others.</param>
internal sealed record ToldResult(ReturningBody Body, IReadOnlyList<ILoop> Records, bool IsKept);

using Mono.Cecil;

namespace Weft.Fody.Planning.Loops;

/// <summary>A call that is told which record the loops around it are at, and which was taken out that its item is made of.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Target">The method of <c>Woven</c> that takes its place.</param>
/// <param name="Loops">The loops and the records taken out, from the innermost out; at least one around anything but a <c>ForEach</c>.</param>
/// <param name="IsKept">Whether the item may be made of other records than those.</param>
internal sealed record FollowedCall(string Name, MethodDefinition Target, IReadOnlyList<ILoop> Loops, bool IsKept = false);

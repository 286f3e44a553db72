namespace Weft.Capture;

/// <summary>A site and the steps that fed it. The chain of steps is the way a record took since its span was issued.</summary>
/// <param name="Id">The step's number, from 1.</param>
/// <param name="Site">The site's number; 0 for a step whose way is no longer told.</param>
/// <param name="Input">The step that fed the first input; 0 when its records came from where their spans were issued.</param>
/// <param name="Second">The step that fed the second input; 0 as above, or when there is none.</param>
internal sealed record Step(int Id, int Site, int Input, int Second);

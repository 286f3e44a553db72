namespace Weft.Capture;

/// <summary>What the value of an annotation is. The values are part of the segment format.</summary>
internal enum AnnotationType : byte
{
    Null = 0,
    Text = 1,
    Integer = 2,
    Number = 3,
    False = 4,
    True = 5,
}

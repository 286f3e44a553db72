using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using Weft.Events;

namespace Weft;

/// <summary>The interpolated text of <see cref="ExecutionUnit.Annotate(string, ref AnnotationText)"/>; made by the compiler.</summary>
/// <remarks>Formatted with the invariant culture, in rented memory; not at all when events are not recorded.</remarks>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct AnnotationText
{
    private DefaultInterpolatedStringHandler _text;

    /// <summary>Begins a text.</summary>
    /// <param name="literalLength">Characters outside of holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    /// <param name="isWanted">Whether events are recorded, so that the text is needed.</param>
    public AnnotationText(int literalLength, int formattedCount, out bool isWanted)
    {
        isWanted = EventSwitch.IsOn;
        _text = isWanted ? new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    internal readonly ReadOnlySpan<char> Text => _text.Text;

    /// <summary>Appends what stands outside of holes.</summary>
    /// <param name="value">The characters.</param>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>Appends the content of a hole.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The content.</param>
    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    /// <summary>Appends the content of a hole.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The content.</param>
    /// <param name="format">How it is formatted.</param>
    public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);

    /// <summary>Appends the content of a hole.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The content.</param>
    /// <param name="alignment">Least width; negative: to the left.</param>
    public void AppendFormatted<T>(T value, int alignment) => _text.AppendFormatted(value, alignment);

    /// <summary>Appends the content of a hole.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The content.</param>
    /// <param name="alignment">Least width; negative: to the left.</param>
    /// <param name="format">How it is formatted.</param>
    public void AppendFormatted<T>(T value, int alignment, string? format) => _text.AppendFormatted(value, alignment, format);

    /// <summary>Appends the content of a hole.</summary>
    /// <param name="value">The characters.</param>
    public void AppendFormatted(ReadOnlySpan<char> value) => _text.AppendFormatted(value);

    /// <summary>Gives the memory back.</summary>
    internal void Clear() => _text.Clear();
}

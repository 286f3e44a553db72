using System.Text;

namespace Weft.Carriers;

/// <summary>
/// The <c>tracestate</c> header of W3C Trace Context (https://www.w3.org/TR/trace-context-2/#tracestate-header): members of several tracing systems, each
/// <c>key=value</c>, the latest writer's first.
/// </summary>
internal static class TraceState
{
    internal const string HeaderName = "tracestate";

    /// <summary>The key of this library's member.</summary>
    internal const string OwnKey = "weft";

    private const int MostMembers = 32;
    private const int MostLength = 512;         // of what is passed on
    internal const int MostReadLength = 8192;   // of what is looked at
    private const int LongMember = 128;         // those longer go first when there is no room
    private const int MostKeyLength = 256, MostValueLength = 256;

    private readonly record struct Member(int Start, int KeyLength, int Length);

    /// <summary>Takes a header's value apart.</summary>
    /// <param name="text">The value; several values of a header joined by commas.</param>
    /// <param name="own">The value of this library's member, or null.</param>
    /// <param name="others">The other members in their order, as one value; null when there are none.</param>
    /// <returns>Whether the text is as the specification says; when it is not, all of it is to be ignored.</returns>
    internal static bool TryParse(string text, out string? own, out string? others)
    {
        own = others = null;
        Span<Member> members = stackalloc Member[MostMembers];
        int count = Split(text, members);
        if (count < 0) return false;
        int ownAt = -1;
        for (int i = 0; i < count; i++)
            if (KeyOf(text, members[i]).SequenceEqual(OwnKey)) ownAt = i;
        if (ownAt >= 0) own = text.Substring(members[ownAt].Start + members[ownAt].KeyLength + 1, members[ownAt].Length - members[ownAt].KeyLength - 1);
        int otherCount = ownAt >= 0 ? count - 1 : count;
        if (otherCount > 0) others = Join(text, members[..count], ownAt, own: null);
        return true;
    }

    /// <summary>A header's value with this library's member first, then what there is room for of the others.</summary>
    /// <param name="own">The value of this library's member.</param>
    /// <param name="others">Other members, as <see cref="TryParse"/> gave them; null when there are none.</param>
    internal static string Format(string own, string? others)
    {
        Span<Member> members = stackalloc Member[MostMembers];
        int count = others is null ? 0 : Split(others, members);
        if (count <= 0) return $"{OwnKey}={own}";

        if (count == MostMembers) count--; // the first is taken
        int length = OwnKey.Length + 1 + own.Length;
        for (int i = 0; i < count; i++) length += members[i].Length + 1;
        for (int i = count - 1; i >= 0 && length > MostLength; i--)
        {
            if (members[i].Length <= LongMember) continue;
            length -= members[i].Length + 1;
            members[(i + 1)..count].CopyTo(members[i..]);
            count--;
        }
        while (length > MostLength && count > 0) length -= members[--count].Length + 1;
        return Join(others!, members[..count], except: -1, own);
    }

    private static string Join(string text, ReadOnlySpan<Member> members, int except, string? own)
    {
        var joined = new StringBuilder(Math.Min(text.Length + MostKeyLength, MostLength));
        if (own is not null) joined.Append(OwnKey).Append('=').Append(own);
        for (int i = 0; i < members.Length; i++)
        {
            if (i == except) continue;
            if (joined.Length > 0) joined.Append(',');
            joined.Append(text, members[i].Start, members[i].Length);
        }
        return joined.ToString();
    }

    // The number of members; -1 when the text is not as the specification says. Empty members are allowed and left out.
    private static int Split(string text, Span<Member> members)
    {
        if (text.Length > MostReadLength) return -1;
        int count = 0;
        for (int start = 0; start <= text.Length;)
        {
            int comma = text.IndexOf(',', start);
            int end = comma < 0 ? text.Length : comma;
            int next = end + 1;
            while (start < end && text[start] is ' ' or '\t') start++;
            while (end > start && text[end - 1] is ' ' or '\t') end--;
            if (end > start)
            {
                int equals = text.AsSpan(start, end - start).IndexOf('=');
                if (equals < 0 || !IsKey(text.AsSpan(start, equals)) || !IsValue(text.AsSpan(start + equals + 1, end - start - equals - 1))) return -1;
                if (count == members.Length) return -1;
                var member = new Member(start, equals, end - start);
                for (int i = 0; i < count; i++)
                    if (KeyOf(text, members[i]).SequenceEqual(KeyOf(text, member))) return -1;
                members[count++] = member;
            }
            start = next;
        }
        return count;
    }

    private static ReadOnlySpan<char> KeyOf(string text, Member member) => text.AsSpan(member.Start, member.KeyLength);

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > MostKeyLength || !IsLowerOrDigit(key[0])) return false;
        foreach (char c in key)
            if (!IsLowerOrDigit(c) && c is not ('_' or '-' or '*' or '/' or '@')) return false;
        return true;
    }

    // It does not end with a space: those around a member are not its own.
    private static bool IsValue(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > MostValueLength) return false;
        foreach (char c in value)
            if (c is < ' ' or > '~' or ',' or '=') return false;
        return true;
    }

    private static bool IsLowerOrDigit(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}

namespace Weft.Carriers.Replies;

/// <summary>What came beside the answer to a request, or beside a request whose body is read; known when what it is about is there.</summary>
internal sealed class Reply
{
    /// <summary>Who sent it, and which records; <see cref="LineageContext.None"/> as long as it is not there, and where its sender said nothing.</summary>
    internal LineageContext Context { get; set; }
}

using Weft.Store;

namespace Weft.Tool.Rendering;

/// <summary>Prints answers for a person; plain ASCII when no person reads them directly.</summary>
internal sealed class TextRenderer(ToolEnvironment environment, int limit) : IRenderer, IEventRenderer
{
    /// <inheritdoc/>
    public void Print(Listing listing) => Write(page => new ListingText(page, limit).Print(listing));

    /// <inheritdoc/>
    public void Print(WhyAnswer answer) => Write(page => new WhyText(page).Print(answer));

    /// <inheritdoc/>
    public void Print(ImpactAnswer answer) => Write(page => new ImpactText(page).Print(answer));

    /// <inheritdoc/>
    public void Print(PathAnswer answer) => Write(page => new PathText(page, limit).Print(answer));

    /// <inheritdoc/>
    public void Print(TraceAnswer answer) => Write(page => new TraceText(page).Print(answer));

    /// <inheritdoc/>
    public void Print(TraceListing listing) => Write(page => new TraceText(page).Print(listing));

    private void Write(Action<TextPage> print)
    {
        var page = new TextPage(environment.IsDecorated, environment.IsOutTerminal ? environment.Width : TextPage.Unbounded);
        print(page);
        environment.Out.Write(page.ToString());
    }
}

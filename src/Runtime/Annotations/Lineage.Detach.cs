namespace Weft;

public static partial class Lineage
{
    /// <summary>Says that work goes on by itself on purpose, and that nobody waits for it.</summary>
    /// <param name="work">The work. Nothing is done with it: what it throws stays unobserved, as if its task had been dropped.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    public static void Detach(Task work) => ArgumentNullException.ThrowIfNull(work);
}

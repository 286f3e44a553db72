using System.Reflection;
using Weft.Capture;
using Weft.Sites;

namespace Weft;

public static partial class Woven
{
    /// <summary>Registers a woven module's sites; called by the static constructor that the weaver adds.</summary>
    /// <param name="moduleMarker">A type of the module.</param>
    /// <param name="contractVersion">The contract version that the module was woven against.</param>
    /// <returns>The site handle of the module's row 0.</returns>
    /// <exception cref="InvalidOperationException">The module was woven against another contract version, or its site table is missing or damaged.</exception>
    public static int RegisterModule(Type moduleMarker, int contractVersion)
    {
        Assembly assembly = moduleMarker.Assembly;
        if (contractVersion != ContractVersion)
        {
            throw new InvalidOperationException(
                $"{assembly.GetName().Name} was woven against version {contractVersion} of the contract with the Weft runtime; the Weft runtime that is loaded " +
                $"({typeof(Woven).Assembly.GetName().Version}) has version {ContractVersion}. Rebuild {assembly.GetName().Name} against this version of the package Weft.");
        }
        if (!RecordingSwitch.IsOn) return 2;

        using Stream? resource = assembly.GetManifestResourceStream(SiteTable.ResourceName)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} is woven, but its resource {SiteTable.ResourceName} is missing. Rebuild it.");
        byte[] bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        try
        {
            return SiteRegistry.Register(bytes, RunIdentity.VersionOf(assembly));
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidOperationException($"The resource {SiteTable.ResourceName} of {assembly.GetName().Name} is damaged: {damage.Message}. Rebuild it.", damage);
        }
    }
}

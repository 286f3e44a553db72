using Fody;

namespace Saboteur.Fody;

/// <summary>Another weaver in a consumer's build: fails while the environment variable <c>SABOTEUR</c> is set, otherwise says that it ran.</summary>
public sealed class ModuleWeaver : BaseModuleWeaver
{
    public override IEnumerable<string> GetAssembliesForScanning() => [];

    public override void Execute()
    {
        if (Environment.GetEnvironmentVariable("SABOTEUR") is { Length: > 0 } reason) throw new WeavingException(reason);
        WriteInfo("the saboteur ran");
    }
}

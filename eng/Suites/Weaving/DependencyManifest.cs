using System.Text.Json.Nodes;

namespace Weft.Suites.Weaving;

/// <summary>Puts <c>Weft.dll</c> beside woven assemblies and into the manifests by which the host finds assemblies, as the package does in a build.</summary>
internal static class DependencyManifest
{
    private const string Library = "Weft/0.1.0";

    public static void AddWeft(string folder)
    {
        File.Copy(ReferenceFolders.WeftAssembly, Path.Combine(folder, "Weft.dll"), overwrite: true);
        foreach (string manifest in Directory.GetFiles(folder, "*.deps.json"))
        {
            JsonNode root = JsonNode.Parse(File.ReadAllText(manifest))!;
            foreach ((_, JsonNode? target) in root["targets"]!.AsObject())
                target!.AsObject()[Library] = new JsonObject { ["runtime"] = new JsonObject { ["Weft.dll"] = new JsonObject() } };
            root["libraries"]!.AsObject()[Library] = new JsonObject { ["type"] = "project", ["serviceable"] = false, ["sha512"] = "" };
            File.WriteAllText(manifest, root.ToJsonString());
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Weft.Fody.Configuration;
using Weft.Fody.Contract;
using Weft.Sites;

namespace Weft.Fody.Emission;

/// <summary>Pass: what makes the module a woven one: site table, mark, identity.</summary>
internal static class ModuleSeal
{
    public static void Run(ModuleDefinition module, WovenRuntime runtime, IReadOnlyList<SiteRow> rows, WeaverMode mode)
    {
        var table = new SiteTable { Module = module.Assembly.Name.Name };
        table.Rows.AddRange(rows);
        module.Mvid = table.Mvid = NewMvid(module, table, mode);
        module.Resources.Add(new EmbeddedResource(SiteTable.ResourceName, ManifestResourceAttributes.Public, table.ToBytes()));
        WovenMark.Put(module, runtime, mode);
        SymbolsWithoutTypeDocuments.Use(module);
    }

    // A woven module is not the module that the compiler made, and the same weave of the same module gives the same one.
    private static Guid NewMvid(ModuleDefinition module, SiteTable table, WeaverMode mode)
    {
        byte[] weave = Encoding.UTF8.GetBytes($"Weft {ContractNames.Version} {mode}");
        byte[] input = [.. module.Mvid.ToByteArray(), .. weave, .. table.ToBytes()];
        using var sha = SHA256.Create();
        byte[] id = sha.ComputeHash(input).Take(16).ToArray();
        id[7] = (byte)((id[7] & 0x0F) | 0x40);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id);
    }
}

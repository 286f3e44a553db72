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
    // A type's documents, for types without a method that has sequence points. The row numbers of documents change when the PDB is written
    // anew, and this blob of row numbers would be copied as it is.
    private static readonly Guid _typeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    public static void Run(ModuleDefinition module, WovenRuntime runtime, IReadOnlyList<SiteRow> rows, WeaverMode mode)
    {
        var table = new SiteTable { Module = module.Assembly.Name.Name };
        table.Rows.AddRange(rows);
        module.Mvid = table.Mvid = NewMvid(module, table, mode);
        module.Resources.Add(new EmbeddedResource(SiteTable.ResourceName, ManifestResourceAttributes.Public, table.ToBytes()));
        WovenMark.Put(module, runtime, mode);
        DropStaleDocuments(module);
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

    private static void DropStaleDocuments(ModuleDefinition module)
    {
        foreach (TypeDefinition type in module.GetTypes())
        {
            for (int i = type.CustomDebugInformations.Count - 1; i >= 0; i--)
            {
                if (type.CustomDebugInformations[i].Identifier == _typeDefinitionDocuments) type.CustomDebugInformations.RemoveAt(i);
            }
        }
    }
}

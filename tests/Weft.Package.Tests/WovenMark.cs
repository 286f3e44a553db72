using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Weft.Package.Tests;

/// <summary>Reads the mark that the weaver leaves on an assembly, without loading the assembly.</summary>
internal static class WovenMark
{
    internal static string? Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind != HandleKind.MemberReference) continue;
            EntityHandle type = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
            if (type.Kind != HandleKind.TypeReference || !metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, "WovenAssemblyAttribute")) continue;
            BlobReader value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16(); // prolog
            value.ReadInt32(); // contract version
            return value.ReadSerializedString();
        }
        return null;
    }
}

using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>
/// Whether hooks run when a module is called (<c>register_forward_hook</c>, <c>register_forward_pre_hook</c>). They are code that no
/// recorded forward has. TorchSharp tells nobody of them, so they are looked for where it keeps them.
/// </summary>
internal static class ModuleHooks
{
    private static readonly string[] Names = ["pre_hooks", "post_hooks", "module_pre_hooks", "module_post_hooks"];
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    [DynamicDependency(DynamicallyAccessedMemberTypes.NonPublicFields, typeof(nn.HookableModule<,>))]
    public static bool Any(nn.Module module)
        => Fields.GetOrAdd(module.GetType(), static type => Find(type)).Any(field => field.GetValue(module) is ICollection { Count: > 0 });

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The fields of HookableModule are kept by the attribute above.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The fields of HookableModule are kept by the attribute above.")]
    private static FieldInfo[] Find(Type type)
    {
        for (var known = type; known is not null; known = known.BaseType)
        {
            if (known.IsGenericType && known.GetGenericTypeDefinition() == typeof(nn.HookableModule<,>))
            {
                return [.. Names.Select(name => known.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)).OfType<FieldInfo>()];
            }
        }

        return [];
    }
}

/** Language of a person who has not chosen one: Chinese where the browser asks for it. */
export function preferredLanguage(): 'zh' | 'en' {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
